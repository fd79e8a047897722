using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>The way of the money from funder over purpose to recipient.</summary>
[AllowAnonymous]
internal sealed class FlowModel(Here here, Cubes cubes, Texts t) : MoneyPage(here, cubes, t)
{
    public Flow Flow { get; private set; } = null!;

    public IHtmlContent Drawing { get; private set; } = HtmlString.Empty;

    public async Task OnGet(CancellationToken stop)
    {
        await Read(stop);
        Flow = Flow.Of(Cube, Filter);
        Drawing = new FlowDrawing(Flow, Names.Of, pence => new Money(pence).ToShortString(), T["How the money flows"]).Draw();
    }

    /// <summary>The rows that a link is made of; null where an end gathers many, or no row stands behind it since it takes off what was passed on.</summary>
    public string? Rows(FlowLink link) => link.From.Key == Flow.Others || link.To.Key == Flow.Others || IsPassedOn(link.From) || IsPassedOn(link.To)
        ? null
        : Address.Url(Paths.Rows, Names.Narrow(Names.Narrow(Filter, link.From.Side, link.From.Key), link.To.Side, link.To.Key));

    private bool IsPassedOn(FlowNode node) => node.Side == Side.Programme && Cube.Programmes[node.Key].IsPassedOn;

    public string Open(FlowNode node) => node.Key == Flow.Others ? Address.Url(Paths.By(node.Side), Filter) : Open(node.Side, node.Key);
}
