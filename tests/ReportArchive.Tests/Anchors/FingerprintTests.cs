using System.Text.Json;
using ReportArchive.Anchors;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Anchors;

/// <summary>The vectors were computed by a third implementation; <c>tests/node/cite/fingerprint.test.mjs</c> runs them in JavaScript.</summary>
public sealed class FingerprintTests
{
    public static TheoryData<string, string, string> Vectors()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.Fixtures("fingerprints.json")));
        return [.. json.RootElement.EnumerateArray().Select(vector => (Text(vector, "text"), Text(vector, "essence"), Text(vector, "fingerprint")))];
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_fingerprint_of_a_text_is_that_of_its_letters_and_digits(string text, string essence, string fingerprint)
    {
        Assert.Equal(essence, Fingerprint.Essence(text));
        Assert.Equal(fingerprint, Fingerprint.Of(text));
    }

    [Fact]
    public void A_decimal_point_counts() => Assert.False(string.Equals(Fingerprint.Of("增长3.5%"), Fingerprint.Of("增长35%"), StringComparison.Ordinal));

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}
