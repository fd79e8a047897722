namespace Trellis.Platform.Web.Once;

/// <summary>The same form came before, over another node or from a browser that had no answer, and was done then.</summary>
public sealed class SentBeforeException() : Exception("This had arrived already and was done then. It was not done a second time: go on from where you see it.");
