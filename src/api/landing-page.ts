import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { Context } from './context.ts';
import { EXAMPLE_QUERY } from './examples.ts';

/** What Apollo's page says where Sandbox cannot be loaded, and what we add to it. */
const OFFLINE = 'it appears that you might be offline.</p>';
const INSTEAD = `${OFFLINE}\n  <p><a href="/graphiql">GraphiQL</a> needs no internet.</p>`;
/** The frame for Sandbox lies over the page: until Sandbox is there, it must not take the clicks. */
const PLACE = '#embeddableSandbox {';

/** Apollo Sandbox for browsers, with the example queries; where it cannot be loaded, the page leads to GraphiQL. */
export function showSandbox(): ApolloServerPlugin<Context> {
  const sandbox = ApolloServerPluginLandingPageLocalDefault({
    embed: { runTelemetry: false },
    footer: false,
    document: EXAMPLE_QUERY,
  });
  return {
    serverWillStart: async (service) => {
      const listener = (await sandbox.serverWillStart?.(service)) ?? {};
      const page = await listener.renderLandingPage?.();
      if (!page) return listener;
      const html = async (): Promise<string> => {
        const text = typeof page.html === 'string' ? page.html : await page.html();
        return text
          .replace(OFFLINE, INSTEAD)
          .replace(PLACE, `#embeddableSandbox:empty { pointer-events: none; }\n  ${PLACE}`);
      };
      return { ...listener, renderLandingPage: async () => ({ ...page, html }) };
    },
  };
}
