namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways into reports are tried.</summary>
internal static class ReportRows
{
    private const string Files = ".{ending:regex(^(csv|xlsx|json)$)}";
    private const string ReturnFiles = ".{ending:regex(^(csv|xlsx|json|pdf)$)}";

    public static readonly Row[] All =
    [
        .. Rows.Pages("/indicators", "/indicators.json", "/work/reports", "/work/reports/new", "/work/stories"),
        Rows.One("GET /indicators/{id:regex(^[a-z0-9-]+$)}", "/indicators/groups-supported"),
        Rows.One("GET /indicators/{id}.json", "/indicators/groups-supported.json"),
        Rows.Post("/work/reports/new", 422) with { Form = (_, _) => new() { ["Form.From"] = "made-up" } },
        Rows.Post("/work/stories", 422),
        Rows.NeverThere("POST /work/stories?handler=End", "/work/stories?handler=End&story=00000000-0000-7000-8000-000000000001"),
        Framework("GET", "", 200),
        Framework("GET", "/edit", 200),
        Framework("POST", "/edit", 422),
        Framework("POST", "/edit?handler=Begin", 422),
        Item("GET", "", 200),
        Item("POST", "", 422),
        Rows.NeverThere("POST /work/reports/{framework:guid}/figures/{item}?handler=Remove", "/work/reports/00000000-0000-7000-8000-000000000001/figures/new?handler=Remove"),
        Return("GET", "", 200),
        Return("GET", "/edit", 200),
        Return("POST", "/edit", 422),
        Return("POST", "/edit?handler=Send", 422),
        Return("POST", "/edit?handler=Link", 200),
        Return("POST", "/edit?handler=EndLink", 302),
        Return("GET", "/difference", 200),
        new("GET /work/reports/returns/{id:guid}/return" + ReturnFiles) { Good = [200], At = (world, _, whose) => At(whose, $"/work/reports/returns/{world.Report[whose].Return}/return.csv") },
        new("GET /work/reports/returns/{id:guid}/figures/{item:guid}") { Good = [200], At = (world, _, whose) => At(whose, $"/work/reports/returns/{world.Report[whose].Return}/figures/{world.Report[whose].Item}") },
        new("GET /work/reports/returns/{id:guid}/figures/{item:guid}" + Files) { Good = [200], At = (world, _, whose) => At(whose, $"/work/reports/returns/{world.Report[whose].Return}/figures/{world.Report[whose].Item}.csv") },
        Rows.NeverThere("GET /return", "/return?key=guess"),
        Rows.NeverThere("GET /return" + ReturnFiles, "/return.csv?key=guess"),
    ];

    private static string? At(Whose whose, string address) => whose == Whose.NextGroup ? null : address;

    private static Row Framework(string verb, string rest, int good) =>
        new($"{verb} /work/reports/{{framework:guid}}{rest}") { Good = [good], At = (world, _, whose) => At(whose, $"/work/reports/{world.Report[whose].Framework}{rest}") };

    private static Row Item(string verb, string rest, int good) =>
        new($"{verb} /work/reports/{{framework:guid}}/figures/{{item}}{rest}")
        {
            Good = [good],
            At = (world, _, whose) => At(whose, $"/work/reports/{world.Report[whose].Framework}/figures/{world.Report[whose].Item}{rest}"),
            Form = (_, _) => new() { ["Form.Indicator"] = "made-up" },
        };

    private static Row Return(string verb, string rest, int good) =>
        new($"{verb} /work/reports/returns/{{id:guid}}{rest}") { Good = [good], At = (world, _, whose) => At(whose, $"/work/reports/returns/{world.Report[whose].Return}{rest}") };
}
