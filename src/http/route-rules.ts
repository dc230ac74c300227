/** Looks at every route when the application starts: one without an access rule stops the start. */
import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { RULE } from './access.js';

@Injectable()
export class RouteRules implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Throws, naming them, where routes have neither @Allow nor @Public. */
  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => this.unruled(metatype as Type));
    if (open.length > 0) throw new Error(`routes without @Allow or @Public: ${open.join(', ')}`);
  }

  private unruled(controller: Type): string[] {
    const prototype = controller.prototype as Record<string, () => unknown>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const handler = prototype[name]!;
        const isRoute = Reflect.hasMetadata(METHOD_METADATA, handler);
        return isRoute && this.reflector.getAllAndOverride(RULE, [handler, controller]) === undefined;
      })
      .map((name) => `${controller.name}.${name}`);
  }
}
