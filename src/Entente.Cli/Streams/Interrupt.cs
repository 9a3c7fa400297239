using System.Runtime.InteropServices;

namespace Entente.Cli.Streams;

/// <summary>Ctrl-C and SIGTERM as a token: the first asks the run to end after the record at hand, the second ends the process.</summary>
internal sealed class Interrupt : IDisposable
{
    /// <summary>Exit code of an interrupted run, as shells have it.</summary>
    public const int ExitCode = 130;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interrupt() => _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Asked), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Asked)];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Asked(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
