using System.Runtime.InteropServices;

namespace Entente.Cli.Streams;

/// <summary>Ctrl-C and SIGTERM as a token: the first asks the run to end after the record at hand, the second ends the process. Where no run looks at the token, the first does.</summary>
internal sealed class Interrupt : IDisposable
{
    /// <summary>Exit code of an interrupted run, as shells have it.</summary>
    public const int ExitCode = 130;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private volatile bool _watched;

    public Interrupt() => _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Asked), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Asked)];

    /// <summary>The token, for a run that ends by it.</summary>
    public CancellationToken Watch()
    {
        _watched = true;
        return _source.Token;
    }

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
        context.Cancel = _watched && !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
