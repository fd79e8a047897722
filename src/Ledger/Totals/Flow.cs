namespace Trellis.Ledger.Totals;

/// <summary>The way of the money from funder over programme to recipient, with the small ones gathered, so that it still is the whole.</summary>
internal sealed record Flow(IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowLink> Links)
{
    /// <summary>The key of the node that gathers what is too small to show.</summary>
    public const int Others = -1;

    public static Flow Of(Cube cube, MoneyFilter filter, int most = 7)
    {
        Side[] sides = [Side.Funder, Side.Programme, Side.Recipient];
        var shown = sides.ToDictionary(side => side, side => cube.Largest(side, filter, most).Slices.Where(slice => slice.Sum.Pence > 0).Select(slice => slice.Key).ToHashSet());
        var links = new Dictionary<(FlowNode From, FlowNode To), long>();
        foreach (var (from, to) in new[] { (Side.Funder, Side.Programme), (Side.Programme, Side.Recipient) })
        {
            foreach (var ((first, second), sum) in cube.By(from, to, filter, (side, key) => shown[side].Contains(key) ? key : Others))
            {
                links[(new(from, first, 0), new(to, second, 0))] = sum.Pence;
            }
        }

        var nodes = links.Keys.SelectMany(link => new[] { link.From, link.To }).Distinct()
            .Select(node => node with { Pence = links.Where(link => node.Side == Side.Funder ? link.Key.From == node : link.Key.To == node).Sum(link => link.Value) });
        return new(
            [.. nodes.OrderBy(node => node.Side).ThenBy(node => node.Key == Others).ThenByDescending(node => node.Pence)],
            [.. links.Select(link => new FlowLink(link.Key.From, link.Key.To, link.Value)).OrderByDescending(link => link.Pence)]);
    }
}

internal sealed record FlowNode(Side Side, int Key, long Pence);

internal sealed record FlowLink(FlowNode From, FlowNode To, long Pence);
