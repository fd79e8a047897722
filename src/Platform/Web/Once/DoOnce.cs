using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Trellis.Platform.Web.Once;

/// <summary>
/// Does a form once, however often the same one arrives: pressed twice, sent again by a browser that had no answer, over two nodes. Every form carries
/// a token that is different each time its page is made, so that two forms with the same answers are two, and one form sent twice is one.
/// </summary>
internal sealed class DoOnce(SentForm sent, FormsUnderWay underWay) : IAsyncPageFilter
{
    /// <summary>Innermost: what other filters answer was not done by the form.</summary>
    public const int Order = int.MaxValue - 10;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var web = context.HttpContext;
        if (await FormHash.Of(web) is not { } hash)
        {
            await next();
            return;
        }

        var form = underWay.Take(hash);
        try
        {
            await form.Turn.WaitAsync(web.RequestAborted);
            try
            {
                await InTurn(context, next, hash, form);
            }
            finally
            {
                form.Turn.Release();
            }
        }
        finally
        {
            underWay.Leave(form);
        }
    }

    private async Task InTurn(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next, string hash, FormsUnderWay.Form form)
    {
        if (form.LedTo is { } before)
        {
            context.Result = new LocalRedirectResult(before);
            return;
        }

        sent.Begin(hash);
        var done = await next();
        await Remember(context.HttpContext.Response, done, form);
    }

    private async Task Remember(HttpResponse response, PageHandlerExecutedContext done, FormsUnderWay.Form form)
    {
        if (!sent.DidSomething)
        {
            return;
        }

        // What would not do, or broke half way, may be sent again, also where the browser is gone.
        if (done.Exception is not null || done.Result is not LocalRedirectResult leads)
        {
            await sent.Forget(CancellationToken.None);
        }
        else if (!response.Headers.ContainsKey(HeaderNames.SetCookie)) // an answer with a secret is for its own asker alone
        {
            form.LedTo = leads.Url;
        }
    }
}
