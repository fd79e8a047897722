using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>A question with one answer out of a list too long to show: the first option says that nothing is chosen.</summary>
[HtmlTargetElement("pick", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PickTagHelper(Texts.Texts texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public required IReadOnlyList<Choice> Options { get; set; }

    public string? Hint { get; set; }

    /// <summary>What the first option says, where not knowing is no answer.</summary>
    public string? None { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, View.FullName(For), Hint);
        output.AsQuestion(question, "div", "field");
        output.Content.AppendHtml(Tag("label", null, Label).With("for", question.Id));
        question.Explain(output.Content);
        var chosen = question.Typed ?? Convert.ToString(For.Model, CultureInfo.InvariantCulture) ?? "";
        var select = Tag("select").With("id", question.Id).With("name", View.FullName(For));
        foreach (var option in Options.Prepend(new("", None ?? texts["Not known"])))
        {
            select.Add(Tag("option", null, option.Label).With("value", option.Value).With("selected", option.Value == chosen ? "selected" : null));
        }

        output.Content.AppendHtml(question.Join(select));
    }
}
