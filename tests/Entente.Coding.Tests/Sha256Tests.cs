using System.Security.Cryptography;

namespace Entente.Coding.Tests;

public class Sha256Tests
{
    [Fact]
    public void It_is_the_runtimes_own_hash_whatever_the_length()
    {
        for (int length = 0; length < 300; length++)
        {
            byte[] data = new byte[length];
            new Random(length).NextBytes(data);

            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(data))[..16], Sha256.Short(data));
        }
    }
}
