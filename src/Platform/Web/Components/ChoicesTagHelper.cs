using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>One answer that can be chosen.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>A question whose answers are listed: one of them (radio), or any number with <c>many="true"</c>.</summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public required IReadOnlyList<Choice> Options { get; set; }

    public string? Hint { get; set; }

    public bool Many { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, View.FullName(For), Hint);
        output.AsQuestion(question, "fieldset", "choices");
        output.Content.AppendHtml(Tag("legend", null, Label));
        question.Explain(output.Content);
        var chosen = Chosen(question);
        for (var place = 0; place < Options.Count; place++)
        {
            output.Content.AppendHtml(Answer(question, Options[place], place, chosen));
        }
    }

    private TagBuilder Answer(Question question, Choice option, int place, HashSet<string> chosen)
    {
        var id = place == 0 ? question.Id : $"{question.Id}-{place}";
        var input = Tag("input").With("type", Many ? "checkbox" : "radio").With("id", id).With("name", View.FullName(For)).With("value", option.Value)
            .With("checked", chosen.Contains(option.Value) ? "checked" : null);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return Tag("div", "choice", question.Join(input), Tag("label", null, option.Label, option.Hint is null ? null : Tag("span", "hint", option.Hint)).With("for", id));
    }

    private HashSet<string> Chosen(Question question) => question.Typed is { } typed
        ? [.. typed.Split(',')]
        : For.Model switch
        {
            null => [],
            string one => [one],
            IEnumerable<string> many => [.. many],
            var other => [Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""],
        };
}
