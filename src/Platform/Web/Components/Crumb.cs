namespace Trellis.Platform.Web.Components;

/// <summary>A step on the way from the home page to this one. A page sets <c>ViewData["Crumbs"] = new[] { new Crumb("Money", "/money") };</c> and the layout shows the way.</summary>
public sealed record Crumb(string Title, string Url);
