namespace ReportArchive.Cli.Publishing;

/// <summary>Where in a store the site lies.</summary>
/// <param name="Bucket">Name of the bucket.</param>
/// <param name="Prefix">What every key begins with: empty, or ending with a slash.</param>
internal readonly record struct S3Location(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <summary>Reads <c>s3://bucket/prefix</c>.</summary>
    /// <exception cref="UserException">It is not of that form.</exception>
    public static S3Location Parse(string text)
    {
        if (text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            var parts = text[Scheme.Length..].Split('/', 2);
            var prefix = parts.Length < 2 ? "" : parts[1].Trim('/');
            if (parts[0].Length is >= 3 and <= 63 && !prefix.Split('/').Contains(".."))
                return new S3Location(parts[0], prefix.Length == 0 ? "" : prefix + "/");
        }
        throw new UserException($"'{text}' is not the address of a bucket", "write e.g. s3://my-bucket or s3://my-bucket/report-archive");
    }

    /// <summary>The key of a file of the site.</summary>
    public string Key(string path) => Prefix + path;

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}{Bucket}/{Prefix}";
}
