using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>A question with one answer to type: label, hint, what is wrong, input, joined for screen readers.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The property it fills, as in Form.Name.</summary>
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>text, email, number, search, tel, url or textarea.</summary>
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public int? Size { get; set; }

    /// <summary>Of a textarea.</summary>
    public int Rows { get; set; } = 6;

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, View.FullName(For), Hint);
        output.AsQuestion(question, "div", "field");
        output.Content.AppendHtml(Tag("label", null, Label).With("for", question.Id));
        question.Explain(output.Content);
        var typed = question.Typed ?? Convert.ToString(For.Model, CultureInfo.CurrentCulture);
        var input = Type == "textarea"
            ? Tag("textarea", null, typed).With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            : Tag("input").With("type", Type).With("value", typed).With("size", Size?.ToString(CultureInfo.InvariantCulture));
        input.TagRenderMode = Type == "textarea" ? TagRenderMode.Normal : TagRenderMode.SelfClosing;
        output.Content.AppendHtml(question.Join(input.With("id", question.Id).With("name", View.FullName(For)).With("autocomplete", Autocomplete)));
    }
}
