namespace Entente.Cli;

/// <summary>The command line asks for what cannot be: exit code 2, and the message is all that is printed.</summary>
internal sealed class UsageException(string message) : Exception(message);
