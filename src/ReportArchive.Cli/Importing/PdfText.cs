using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ReportArchive.Diagnostics;
using ReportArchive.Import;

namespace ReportArchive.Cli.Importing;

/// <summary>Draws the text out of a PDF with <c>pdftotext</c> of Poppler, where the machine has it: within a minute, and no more text than any report has.</summary>
internal static class PdfText
{
    private const string Program = "pdftotext";
    private const int LongestText = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Whether a file is a PDF.</summary>
    public static bool IsPdf(RawFile file) => file.StartsWith("%PDF"u8);

    /// <summary>Reads; null with an error where there is no such program, or no text.</summary>
    public static async Task<Dump?> ReadAsync(RawFile file, ICollection<Diagnostic> diagnostics, CancellationToken stop)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, ["-enc", "UTF-8", "-eol", "unix", "-", "-"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
            })!;
            var text = await RunAsync(process, file, stop);
            if (process.ExitCode != 0)
                return Fail(file, $"{Program} cannot read the PDF (exit code {process.ExitCode})", "open it in a PDF reader and save it again, or copy its text into a .txt file", diagnostics);
            return text.AsSpan().Trim().Length > 0
                ? new Dump(file.Name, file.Sha256, "pdf", text)
                : Fail(file, "the PDF holds pictures of pages and no text", "run OCR over it, e.g. with ocrmypdf -l chi_sim, and import what that makes", diagnostics);
        }
        catch (Win32Exception)
        {
            return Fail(file, $"reading PDF needs the program {Program}, which is not on this machine", "install Poppler (apt install poppler-utils, brew install poppler, scoop install poppler), or save the PDF's text as .txt", diagnostics);
        }
        catch (TimeoutException)
        {
            return Fail(file, $"{Program} took more than {Patience.TotalSeconds:0} seconds, or found more text than any report has", "cut the PDF into its reports", diagnostics);
        }
    }

    private static async Task<string> RunAsync(Process process, RawFile file, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = ReadAsync(process.StandardOutput, patience.Token);
            await WriteAsync(process.StandardInput.BaseStream, file.Bytes, patience.Token);
            var text = await output;
            await errors;
            await process.WaitForExitAsync(patience.Token);
            return text;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>A program that rejects its input closes it early; its exit code says so.</summary>
    private static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            await stream.WriteAsync(bytes, stop);
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            // Nothing is lost: what there is to say, it says itself.
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new char[16384];
        for (var read = await reader.ReadAsync(buffer, stop); read > 0; read = await reader.ReadAsync(buffer, stop))
        {
            if (text.Length + read > LongestText)
                throw new TimeoutException();
            text.Append(buffer, 0, read);
        }
        return text.ToString();
    }

    private static Dump? Fail(RawFile file, string message, string hint, ICollection<Diagnostic> diagnostics)
    {
        diagnostics.Add(Diagnostic.Error("RA0303", new SourceSpan(file.Name), message, hint));
        return null;
    }
}
