using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>What every form element has in common: its id, its hint, what was typed before and what was wrong with it.</summary>
internal sealed class Question
{
    private readonly string? hint;
    private readonly string? wrong;

    public Question(ViewContext view, string name, string? hint)
    {
        this.hint = string.IsNullOrEmpty(hint) ? null : hint;
        Id = IdOf(name);
        if (view.ModelState.TryGetValue(name, out var entry))
        {
            Typed = entry.AttemptedValue;
            wrong = entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        }
    }

    public string Id { get; }

    public string? Typed { get; }

    public bool IsWrong => wrong is not null;

    /// <summary>The id of the element that a problem with this name links to.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "-");

    public void Explain(IHtmlContentBuilder content)
    {
        if (hint is not null)
        {
            content.AppendHtml(Tag("span", "hint", hint).With("id", Id + "-hint"));
        }

        if (wrong is not null)
        {
            content.AppendHtml(Tag("span", "error", wrong).With("id", Id + "-error"));
        }
    }

    public TagBuilder Join(TagBuilder input)
    {
        var ids = string.Join(' ', new[] { hint is null ? null : Id + "-hint", wrong is null ? null : Id + "-error" }.OfType<string>());
        return input.With("aria-describedby", ids.Length == 0 ? null : ids).With("aria-invalid", IsWrong ? "true" : null);
    }
}

internal static class QuestionOutput
{
    /// <summary>With the name of the form that a shared part of a page is drawn for.</summary>
    public static string FullName(this ViewContext view, Microsoft.AspNetCore.Mvc.ViewFeatures.ModelExpression asked) => view.ViewData.TemplateInfo.GetFullHtmlFieldName(asked.Name);

    public static void AsQuestion(this TagHelperOutput output, Question question, string element, string css)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", question.IsWrong ? css + " wrong" : css);
    }
}
