using Xunit;

namespace Entente.Testing;

/// <summary>A test that reads the reference material beside the checkout, and is skipped where that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="paths">The files it reads, below the folder <c>shared</c>.</param>
    public SharedFactAttribute(params string[] paths) => Skip = SharedFile.Lacking(paths);
}
