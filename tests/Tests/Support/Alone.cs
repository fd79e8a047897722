namespace Trellis.Tests.Support;

/// <summary>Measures the memory of the whole process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
