using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReportArchive.BrowserTests.Support;

/// <summary>Waits for a page to arrive somewhere.</summary>
internal static class Arrival
{
    private const float Milliseconds = 30_000;

    /// <summary>
    /// Looks at the page's address again and again until it is the one meant. Waiting for the event of a navigation instead may wait for ever: one that
    /// comes between looking and listening is missed.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="address">The address: two stars are any characters, one is any but a slash.</param>
    public static Task ArriveAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = Milliseconds });
    }
}
