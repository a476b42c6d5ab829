import { sessionRoutes } from './auth/session-routes.ts';
import { tokenRoutes } from './auth/token-routes.ts';
import { contactRoutes } from './contacts/contact-routes.ts';
import { customerRoutes } from './customers/customer-routes.ts';
import { deliveryRoutes } from './deliveries/delivery-routes.ts';
import { deadLetterRoutes } from './dead-letters/dead-letter-routes.ts';
import type { ConsoleDependencies } from './dependencies.ts';
import { exampleRoutes } from './examples/example-routes.ts';
import type { Route } from './http/route.ts';
import { laterRoutes } from './later-routes.ts';
import { ownerRoutes } from './owners/owner-routes.ts';
import { sourceRoutes } from './sources/source-routes.ts';
import { statsRoutes } from './stats/stats-routes.ts';
import { taskRoutes } from './tasks/task-routes.ts';

/** Every address of the console's API. */
export function consoleRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    ...sessionRoutes(deps),
    ...tokenRoutes(deps),
    ...taskRoutes(deps),
    ...customerRoutes(deps),
    ...ownerRoutes(deps),
    ...contactRoutes(deps),
    ...deliveryRoutes(deps),
    ...statsRoutes(deps),
    ...deadLetterRoutes(deps),
    ...exampleRoutes(deps),
    ...sourceRoutes(deps),
    ...laterRoutes(),
  ];
}
