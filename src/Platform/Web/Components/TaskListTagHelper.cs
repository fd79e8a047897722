using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>One thing to do and how it stands; without an address it cannot be begun yet.</summary>
public sealed record TaskItem(string Title, string Status, string? Url = null, bool Done = false);

/// <summary>The steps of a longer job, to be done in any order.</summary>
[HtmlTargetElement("task-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskListTagHelper : TagHelper
{
    public required IReadOnlyList<TaskItem> Tasks { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tasks");
        foreach (var task in Tasks)
        {
            output.Content.AppendHtml(Tag("li", null, Tag("span", null, Link(task.Title, task.Url)), Tag("span", task.Done ? "tag" : "tag plain", task.Status)));
        }
    }
}
