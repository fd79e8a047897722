using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Trellis.Platform.Places.Drawing;

/// <summary><c>&lt;area-map map="Model.Map" /&gt;</c>: the map as a drawing with links, its key in words, and the same as a table.</summary>
[HtmlTargetElement("area-map", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AreaMapTagHelper(Texts.Texts texts) : TagHelper
{
    public required AreaMap Map { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var drawing = new Drawn(Map, texts);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "area-map");
        output.Attributes.SetAttribute("id", drawing.Id);
        new MapSvg(drawing).Write(output.Content);
        new MapKey(drawing).Write(output.Content);
        if (Map.HasTable)
        {
            new MapTable(drawing).Write(output.Content);
        }
    }
}

/// <summary>What drawing, key and table of one map share.</summary>
internal sealed class Drawn
{
    public Drawn(AreaMap map, Texts.Texts texts)
    {
        Map = map;
        T = texts;
        Id = "map-" + Slug.From(map.Title);
        Classes = ValueClasses.Of(map.Areas.Select(area => area.Value).OfType<long>());
        Sheet = map.Sheet.Projection is null ? MapSheet.Over([.. map.Points.Select(point => point.Point)]) : map.Sheet;
        Clusters = Sheet.Projection is { } projection ? Drawing.Clusters.Of(map.Points.Where(point => Sheet.Holds(point.Point)), projection) : [];
        Outside = [.. map.Points.Where(point => !Sheet.Holds(point.Point))];
    }

    public AreaMap Map { get; }

    public Texts.Texts T { get; }

    public string Id { get; }

    public MapSheet Sheet { get; }

    public ValueClasses Classes { get; }

    public IReadOnlyList<Cluster> Clusters { get; }

    /// <summary>What has no room on this sheet and is only listed.</summary>
    public IReadOnlyList<MapPoint> Outside { get; }

    /// <summary>Whether colours mean anything here.</summary>
    public bool HasValues => Map.ValueTitle is not null && Classes.Ranges.Count > 0;

    public string Text(AreaShape area) => area.Text.Length > 0 ? area.Text : area.Value is { } value ? Number(value) : T["not known"];

    public string Number(long value) => Map.Write?.Invoke(value) ?? value.ToString("N0");

    public string ClusterId(int at) => $"{Id}-{at + 1}";
}
