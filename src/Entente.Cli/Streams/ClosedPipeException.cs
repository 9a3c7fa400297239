namespace Entente.Cli.Streams;

/// <summary>Whoever read our output wants no more of it: no error, and no reason to go on.</summary>
internal sealed class ClosedPipeException() : IOException("the reader of the output has closed it");
