namespace Trellis.Standards.Tables;

/// <summary>A file that cannot be read; the message says why, in one sentence for people.</summary>
public sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);
