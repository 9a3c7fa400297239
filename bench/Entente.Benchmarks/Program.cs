using System.Globalization;
using BenchmarkDotNet.Running;
using Entente.Benchmarks;

if (args is ["archive-scale", { } path, { } events])
{
    ArchiveScale.Run(path, int.Parse(events, CultureInfo.InvariantCulture));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
