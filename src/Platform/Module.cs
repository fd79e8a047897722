using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Events;

namespace Trellis.Platform;

/// <summary>Everything the host needs to know about a module, in one readable place.</summary>
public abstract class Module
{
    /// <summary>The module's one word: its URL prefix and its table prefix.</summary>
    public abstract string Name { get; }

    public virtual void AddServices(IServiceCollection services) { }

    public virtual void BuildModel(ModelBuilder model) { }

    public virtual void MapApi(IEndpointRouteBuilder api) { }

    /// <summary>Which facts of other modules this one hears.</summary>
    public virtual void Listen(Facts facts) { }
}
