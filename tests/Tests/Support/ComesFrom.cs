using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Trellis.Tests.Support;

/// <summary>Lets requests come from an address: the tests' own server has no lines that could have one.</summary>
internal sealed class ComesFrom(string address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, then) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return then(context);
        });
        next(app);
    };
}
