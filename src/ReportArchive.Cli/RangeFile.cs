using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ReportArchive.Cli;

/// <summary>Sends a file, or the one part of it that was asked for (RFC 9110, section 14), as static hosts do.</summary>
internal static class RangeFile
{
    public static async Task SendAsync(HttpContext context, string file)
    {
        var length = new FileInfo(file).Length;
        context.Response.Headers.AcceptRanges = "bytes";
        var (start, count) = (0L, length);
        if (RangeHeaderValue.TryParse(context.Request.Headers.Range.ToString(), out var range) && range.Unit == "bytes" && range.Ranges.Count == 1)
        {
            var asked = range.Ranges.First();
            start = asked.From ?? Math.Max(0, length - asked.To!.Value);
            var end = asked.From is null ? length - 1 : Math.Min(asked.To ?? (length - 1), length - 1);
            if (start >= length || end < start)
            {
                context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
                context.Response.Headers.ContentRange = $"bytes */{length}";
                return;
            }
            count = end - start + 1;
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {start}-{end}/{length}";
        }
        context.Response.ContentLength = count;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.SendFileAsync(file, start, count);
    }
}
