/** @file What the values round about x show, where they show no derivative. */

/** What keeps f from having a derivative at x, or us from seeing it. */
export type Finding =
  /** The slopes on both sides differ. */
  | {
      readonly kind: 'kink';
      readonly left: number;
      readonly right: number;
      readonly slopeBound: number;
    }
  /** f jumps at x, or so near to it, on this side, that there is no step to the jump. */
  | {
      readonly kind: 'jump';
      readonly height: number;
      readonly distance: number;
      readonly side: 'left' | 'right';
    }
  /** f is finite on this side of x only, and shows no slope there. */
  | { readonly kind: 'edge'; readonly side: 'left' | 'right' }
  /** f(x) is not a number, or infinite. */
  | { readonly kind: 'undefined' | 'pole' }
  /** The slope grows without bound as the step shrinks: a vertical tangent, a cusp. */
  | { readonly kind: 'steep' }
  /** The slopes on both sides come no closer to each other, and to no slope of their own. */
  | { readonly kind: 'odd' }
  /** f is not smooth at the smallest steps there are: an oscillation that no step resolves. */
  | { readonly kind: 'rough' }
  /** f is finite on both sides at hardly any step: x lies between edges of the domain, or at one. */
  | { readonly kind: 'narrow' };
