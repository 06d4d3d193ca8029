/** Names that belong to the team itself: `organisation` of the configuration. */
export interface Organisation {
  readonly names: readonly string[];
  readonly departments: readonly string[];
  readonly products: readonly string[];
}
