namespace Trellis.Tests.Access.Matrix;

/// <summary>How the topics of support are tried.</summary>
internal static class TopicRows
{
    private const string Nobodys = "00000000-0000-7000-8000-000000000001";

    public static readonly Row[] All =
    [
        .. Rows.Pages("/work/topics"),
        Rows.Post("/work/topics", 422),
        .. from handler in new[] { "Rename", "Retire", "Move" }
           select Rows.NeverThere($"POST /work/topics?handler={handler}", $"/work/topics?handler={handler}&topic={Nobodys}"),
    ];
}
