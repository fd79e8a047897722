using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>A date to type as people say it; the hint shows how.</summary>
/// <remarks>The answer is one text, read by the shared reader of dates, so that 3/4/2026, 3 Apr 26 and 2026-04-03 are all understood.</remarks>
[HtmlTargetElement("date-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper(Texts.Texts texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, For.Name, texts["For example, 27 3 2026"]);
        output.AsQuestion(question, "div", "field");
        output.Content.AppendHtml(Tag("label", null, Label).With("for", question.Id));
        question.Explain(output.Content);
        var value = question.Typed ?? (For.Model is DateOnly day ? day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : For.Model as string);
        var input = Tag("input").With("type", "text").With("inputmode", "text").With("size", "16").With("value", value).With("id", question.Id).With("name", For.Name);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.AppendHtml(question.Join(input));
    }
}
