using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>A file to choose: label, hint, what is wrong, input, joined for screen readers. Its form says <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper : TagHelper
{
    /// <summary>The property that problems with the file are said of, as in Form.File.</summary>
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>What the dialogue offers first, as in ".pdf,.docx".</summary>
    public string? Accept { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, View.FullName(For), Hint);
        output.AsQuestion(question, "div", "field");
        output.Content.AppendHtml(Tag("label", null, Label).With("for", question.Id));
        question.Explain(output.Content);
        var input = Tag("input").With("type", "file").With("id", question.Id).With("name", View.FullName(For)).With("accept", Accept);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.AppendHtml(question.Join(input));
    }
}
