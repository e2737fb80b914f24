using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace ReportArchive.Cli.Publishing;

/// <summary>How to reach a store.</summary>
/// <param name="Location">Bucket and prefix.</param>
/// <param name="Endpoint">Address of an S3-compatible store; null for Amazon's own.</param>
/// <param name="Region">Region; null for what the environment says.</param>
/// <param name="Retries">How often a failed call is tried again, after longer and longer pauses.</param>
internal sealed record S3Connection(S3Location Location, Uri? Endpoint, string? Region, int Retries = 5);

/// <summary>An object to be stored.</summary>
/// <param name="Bytes">Its bytes as stored.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="CacheControl">How long a copy may be used.</param>
/// <param name="ContentEncoding">How the bytes are compressed; empty for not at all.</param>
internal readonly record struct StoredObject(byte[] Bytes, string ContentType, string CacheControl, string ContentEncoding);

/// <summary>A bucket below a prefix: list, read, write, delete; nothing else is asked of a store.</summary>
internal sealed class S3Store : IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly S3Location _location;

    /// <summary>Connects as the environment says: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or the machine's role.</summary>
    public S3Store(S3Connection connection)
    {
        _location = connection.Location;
        var config = new AmazonS3Config
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = connection.Retries,
            // Checksums in trailers are younger than most stores that speak the protocol; the signature covers the body anyway.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (connection.Endpoint is not null)
        {
            config.ServiceURL = connection.Endpoint.AbsoluteUri;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = connection.Region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";
        }
        else if (connection.Region is not null)
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(connection.Region);
        }
        _client = new AmazonS3Client(config);
    }

    /// <summary>Paths of all objects below the prefix, with their ETags without quotation marks.</summary>
    public async Task<Dictionary<string, string>> ListAsync(CancellationToken stop)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new ListObjectsV2Request { BucketName = _location.Bucket, Prefix = _location.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await _client.ListObjectsV2Async(request, stop);
            foreach (var item in page.S3Objects ?? [])
                found[item.Key[_location.Prefix.Length..]] = item.ETag.Trim('"');
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return found;
    }

    /// <summary>The bytes of an object; null when it is not there.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            using var response = await _client.GetObjectAsync(new GetObjectRequest { BucketName = _location.Bucket, Key = _location.Key(path) }, stop);
            using var copy = new MemoryStream();
            await response.ResponseStream.CopyToAsync(copy, stop);
            return copy.ToArray();
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }

    /// <summary>Stores an object, in place of the former at once: no reader sees half of one. Returns its ETag.</summary>
    public async Task<string> WriteAsync(string path, StoredObject value, CancellationToken stop)
    {
        using var body = new MemoryStream(value.Bytes, writable: false);
        var request = new PutObjectRequest
        {
            BucketName = _location.Bucket,
            Key = _location.Key(path),
            InputStream = body,
            ContentType = value.ContentType,
            UseChunkEncoding = false,
        };
        request.Headers.CacheControl = value.CacheControl;
        if (value.ContentEncoding.Length > 0)
            request.Headers.ContentEncoding = value.ContentEncoding;
        var response = await _client.PutObjectAsync(request, stop);
        return response.ETag.Trim('"');
    }

    /// <summary>Deletes an object; one that is not there is no error.</summary>
    public Task DeleteAsync(string path, CancellationToken stop) =>
        _client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = _location.Bucket, Key = _location.Key(path) }, stop);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Runs calls of the store and turns what it refuses into a message for whoever called.</summary>
    public static async Task<T> GuardAsync<T>(S3Connection connection, Func<Task<T>> calls)
    {
        try
        {
            return await calls();
        }
        catch (AmazonS3Exception e) when (Hint(e, connection) is { } hint)
        {
            throw new UserException($"{connection.Location}: {e.Message}", hint);
        }
        catch (AmazonClientException e)
        {
            throw new UserException($"{connection.Location} cannot be reached: {e.Message}", "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and --endpoint for a store that is not Amazon's");
        }
        catch (Exception e) when (IsOfTheNetwork(e))
        {
            throw new UserException($"the connection to {connection.Location} broke: {e.Message}", "run the same command again: it goes on where it stopped");
        }
    }

    /// <summary>Whether a call failed on its way, or the store itself did; both pass.</summary>
    public static bool IsOfTheNetwork(Exception e) =>
        e is HttpRequestException or TimeoutException or IOException { InnerException: System.Net.Sockets.SocketException } or AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError };

    private static string? Hint(AmazonS3Exception e, S3Connection connection) => e.ErrorCode switch
    {
        "NoSuchBucket" => $"make the bucket {connection.Location.Bucket} first, or correct its name",
        "AccessDenied" or "Forbidden" => "the key needs s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject below the prefix",
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" => "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        "PermanentRedirect" or "AuthorizationHeaderMalformed" => "name the bucket's region with --region",
        _ => null,
    };
}
