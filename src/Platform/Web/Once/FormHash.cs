using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trellis.Platform.Documents;

namespace Trellis.Platform.Web.Once;

/// <summary>What tells one form that was sent from another: its address, its token, every answer and every file.</summary>
internal static class FormHash
{
    /// <summary>Null where no form came, or one without a token, which does nothing that could be doubled.</summary>
    public static async Task<string?> Of(HttpContext web)
    {
        // The token was compared before, for which the form was read: where that was not done, there is no form here.
        if (!HttpMethods.IsPost(web.Request.Method) || web.Features.Get<IFormFeature>()?.Form is not { } form
            || !form.ContainsKey(web.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, web.Request.GetEncodedPathAndQuery());
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            foreach (var value in values)
            {
                Add(hash, value ?? "");
            }
        }

        if (web.Features.Get<ArrivedFiles>() is { } files)
        {
            foreach (var (field, file) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                Add(hash, field);
                Add(hash, file.Name);
                hash.AppendData(await SHA256.HashDataAsync(file.Content, web.RequestAborted));
                file.Content.Position = 0;
            }
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length)); // so that no two answers run into one another
        hash.AppendData(bytes);
    }
}
