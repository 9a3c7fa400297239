using System.Runtime.InteropServices;

namespace Entente.Cli.Streams;

/// <summary>Standard output, unbuffered, that tells when its reader has gone.</summary>
/// <remarks>.NET's own stream drops what is written to a closed pipe without a word, and a long run would go on for nobody.</remarks>
internal sealed partial class StandardOutput : Stream
{
    private const int Interrupted = 4, TryAgain = 11, BrokenPipe = 32;

    private readonly Stream? _fallback = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : null;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => _fallback?.Flush();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        if (_fallback is not null)
        {
            _fallback.Write(buffer);
            return;
        }

        fixed (byte* bytes = buffer)
        {
            for (int done = 0; done < buffer.Length;)
            {
                nint written = write(1, bytes + done, buffer.Length - done);
                if (written >= 0)
                {
                    done += (int)written;
                    continue;
                }

                switch (Marshal.GetLastPInvokeError())
                {
                    case Interrupted:
                        break;
                    case TryAgain:
                        Thread.Sleep(1);
                        break;
                    case BrokenPipe:
                        throw new ClosedPipeException();
                    case int error:
                        throw new IOException($"standard output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}");
                }
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint write(int descriptor, byte* bytes, nint count);
}
