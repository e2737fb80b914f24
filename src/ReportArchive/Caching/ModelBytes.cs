using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using ReportArchive.Concepts;
using ReportArchive.Data;
using ReportArchive.Reports;

namespace ReportArchive.Caching;

/// <summary>
/// Writes what an immutable model holds, field by field, as bytes: the same bytes, the same content. A field of a model that is added
/// later is written without a word here, so nothing that a page shows can be forgotten. May be used from several threads at once.
/// </summary>
public sealed class ModelBytes
{
    // Held by many pages, and hashed once.
    private static readonly Type[] s_shared = [typeof(Report), typeof(Concept)];

    private readonly ConcurrentDictionary<Type, ImmutableArray<FieldInfo>> _fields = new();
    private readonly ConcurrentDictionary<object, byte[]> _hashes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The fields of a model and of its base types, in a fixed order; a property's field goes by the property's name.</summary>
    public ImmutableArray<FieldInfo> FieldsOf(Type type) => _fields.GetOrAdd(type, static type => [.. Bases(type)
        .Reverse()
        .SelectMany(static t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OrderBy(static field => field.MetadataToken))]);

    /// <summary>Appends a value.</summary>
    /// <exception cref="NotSupportedException">It holds a function or a sequence made as it is read: what these give cannot be told from the outside.</exception>
    public void Write(ByteBuffer bytes, object? value)
    {
        bytes.AppendNumber(value is null ? 0 : 1);
        switch (value)
        {
            case null:
                break;
            case string text:
                bytes.AppendText(text);
                break;
            case IDeferred deferred:
                bytes.AppendText(deferred.Basis);
                break;
            case Uri uri:
                bytes.AppendText(uri.OriginalString);
                break;
            case ReportBody body:
                BodyBytes.Write(bytes, body.Blocks);
                break;
            case DateOnly day:
                bytes.AppendNumber(day.DayNumber);
                break;
            case IConvertible number:
                WriteNumber(bytes, number);
                break;
            default:
                WriteObject(bytes, value);
                break;
        }
    }

    private static void WriteNumber(ByteBuffer bytes, IConvertible number)
    {
        var bits = number switch
        {
            double real => BitConverter.DoubleToInt64Bits(real),
            ulong large => unchecked((long)large),
            char character => character,
            bool yes => yes ? 1 : 0,
            _ => number.ToInt64(provider: null),
        };
        bytes.AppendNumber(unchecked((int)bits));
        bytes.AppendNumber(unchecked((int)(bits >> 32)));
    }

    private void WriteObject(ByteBuffer bytes, object value)
    {
        var type = value.GetType();
        if (s_shared.Contains(type))
            bytes.Write(_hashes.GetOrAdd(value, HashOfFields));
        else if (value is IDictionary || IsUnordered(type))
            bytes.Write(SumOf((IEnumerable)value));
        else if (IsImmutableArray(type))
            WriteItems(bytes, (Array?)FieldsOf(type)[0].GetValue(value) ?? Array.Empty<object>());
        else if (value is Array array)
            WriteItems(bytes, array);
        else if (value is Delegate or IEnumerable || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && !type.IsValueType)
            throw new NotSupportedException($"a model holds a {type}, whose content cannot be told: make it a Deferred with what it depends on");
        else
            WriteFields(bytes, value);
    }

    private void WriteItems(ByteBuffer bytes, Array items)
    {
        bytes.AppendNumber(items.Length);
        foreach (var item in items)
            Write(bytes, item);
    }

    private void WriteFields(ByteBuffer bytes, object value)
    {
        // Tells types apart that hold the same: tokens are numbered within one build of the program, and another build has other keys.
        bytes.AppendNumber(value.GetType().MetadataToken);
        foreach (var field in FieldsOf(value.GetType()))
            Write(bytes, field.GetValue(value));
    }

    private byte[] HashOfFields(object value)
    {
        using var bytes = new ByteBuffer();
        WriteFields(bytes, value);
        return SHA256.HashData(bytes.Written.Span);
    }

    /// <summary>The sum of the hashes of the entries: their order is not told, for it may differ from run to run.</summary>
    private byte[] SumOf(IEnumerable entries)
    {
        var sum = new byte[SHA256.HashSizeInBytes];
        using var bytes = new ByteBuffer();
        foreach (var entry in entries)
        {
            bytes.Clear();
            if (entry is DictionaryEntry pair)
            {
                Write(bytes, pair.Key);
                Write(bytes, pair.Value);
            }
            else
            {
                Write(bytes, entry);
            }
            var carry = 0;
            var hash = SHA256.HashData(bytes.Written.Span);
            for (var i = 0; i < sum.Length; i++)
            {
                carry += sum[i] + hash[i];
                sum[i] = (byte)carry;
                carry >>= 8;
            }
        }
        return sum;
    }

    private static bool IsImmutableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static bool IsUnordered(Type type) => Array.Exists(type.GetInterfaces(), static face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
            yield return at;
    }
}
