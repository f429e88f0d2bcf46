// What holds for components wherever they stand, in messages and in modals: buttons, rows, selects, ids.
import { badLength, type Fault, numberAbove, type Path, required } from './faults.ts';
import { repeatsIn } from './repeats.ts';
import { MEDIA_SCHEMES, schemeFaults } from './url-rules.ts';

type Option = { value: string; default?: boolean | null };

/** Any component, after the schema has accepted it. */
export type Component = {
  type: number;
  id?: number | null;
  custom_id?: string | null;
  components?: Component[];
  accessory?: Component;
  component?: Component;
  style?: number;
  label?: string | null;
  emoji?: { id?: string | null; name?: string | null } | null;
  url?: string | null;
  sku_id?: string | null;
  disabled?: boolean | null;
  required?: boolean | null;
  options?: Option[];
  default_values?: unknown[] | null;
  min_values?: number | null;
  max_values?: number | null;
  min_length?: number | null;
  max_length?: number | null;
  content?: string;
  file?: Media;
  media?: Media;
  items?: { media: Media }[];
};

type Media = { url: string };

export type Placed = { component: Component; path: Path };

export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  text: 10,
  fileUpload: 19,
  checkboxGroup: 22,
} as const;

const STYLE = { link: 5, premium: 6 } as const;
const SELECTS: ReadonlySet<number> = new Set([3, 5, 6, 7, 8]);
/** A row is five buttons wide; whatever is not a button fills it. */
const ROW_WIDTH = 5;
const OPTIONS_MAX = 25;

/** Every component with its place, outer before inner: the order in which Discord numbers them. */
export function placedIn(components: readonly Component[], path: Path): Placed[] {
  return components.flatMap((component, index) => placedAt(component, [...path, index]));
}

function placedAt(component: Component, path: Path): Placed[] {
  const placed = [{ component, path }];
  if (component.components) placed.push(...placedIn(component.components, [...path, 'components']));
  if (component.accessory) placed.push(...placedAt(component.accessory, [...path, 'accessory']));
  if (component.component) placed.push(...placedAt(component.component, [...path, 'component']));
  return placed;
}

export function componentFaults(placed: readonly Placed[]): Fault[] {
  return [...placed.flatMap(faultsOfOne), ...repeatedCustomIds(placed), ...repeatedIds(placed)];
}

export function isSelect(component: Component): boolean {
  return SELECTS.has(component.type);
}

function faultsOfOne({ component, path }: Placed): Fault[] {
  if (component.type === TYPE.row) return rowFaults(component, path);
  if (component.type === TYPE.button) return buttonFaults(component, path);
  if (component.type === TYPE.textInput) return rangeFaults(component, path, 'length');
  return [...mediaFaults({ component, path }), ...choiceFaults(component, path)];
}

function rowFaults({ components = [] }: Component, path: Path): Fault[] {
  let width = 0;
  return components.flatMap((component, index) => {
    width += component.type === TYPE.button ? 1 : ROW_WIDTH;
    if (width <= ROW_WIDTH) return [];
    return {
      path: [...path, 'components', index],
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'The specified component exceeds the maximum width',
    };
  });
}

function buttonFaults(button: Component, path: Path): Fault[] {
  if (button.style === STYLE.premium) return premiumFaults(button, path);
  const faults = button.style === STYLE.link ? linkFaults(button, path) : actionFaults(button, path);
  if (!button.label && !button.emoji) faults.push(required([...path, 'label']));
  return faults;
}

function actionFaults(button: Component, path: Path): Fault[] {
  if (button.url != null) return [customIdAndUrl([...path, 'url'])];
  if (button.custom_id != null) return [];
  return [
    {
      path: [...path, 'custom_id'],
      code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
      message: 'A custom id is required',
    },
  ];
}

function linkFaults(button: Component, path: Path): Fault[] {
  if (button.custom_id != null) return [customIdAndUrl([...path, 'custom_id'])];
  if (button.url == null) return [required([...path, 'url'])];
  return schemeFaults(button.url, [...path, 'url'], ['http', 'https', 'discord']);
}

function customIdAndUrl(path: Path): Fault {
  return {
    path,
    code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    message: 'A custom id and url cannot both be specified',
  };
}

function premiumFaults(button: Component, path: Path): Fault[] {
  if (button.sku_id == null) return [required([...path, 'sku_id'])];
  return (['custom_id', 'label', 'url', 'emoji'] as const)
    .filter((field) => button[field] != null)
    .map((field) => ({
      path: [...path, field],
      code: 'LOCAL_PREMIUM_BUTTON_FIELD',
      message: `A premium button cannot have the field '${field}'`,
    }));
}

function mediaFaults({ component, path }: Placed): Fault[] {
  return mediaIn({ component, path }).flatMap(({ url, path: at }) =>
    schemeFaults(url, at, component.file ? ['attachment'] : MEDIA_SCHEMES),
  );
}

/** The addresses of what one component shows. */
export function mediaIn({ component, path }: Placed): { url: string; path: Path }[] {
  const { file, items = [], media } = component;
  return [
    ...items.map((item, index) => ({ url: item.media.url, path: [...path, 'items', index, 'media', 'url'] })),
    ...(media ? [{ url: media.url, path: [...path, 'media', 'url'] }] : []),
    ...(file ? [{ url: file.url, path: [...path, 'file', 'url'] }] : []),
  ];
}

/** For whatever offers options: selects, radio and checkbox groups. */
function choiceFaults(component: Component, path: Path): Fault[] {
  const repeated = repeatsIn(component.options ?? [], (option) => option.value).map((index) => ({
    path: [...path, 'options', index],
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    message: 'The specified option value is already used',
  }));
  return [
    ...repeated,
    ...rangeFaults(component, path, 'values'),
    ...supplyFaults(component, path),
    ...defaultFaults(component, path),
  ];
}

/** Discord words "more may be chosen than there is" as a lower limit on the options. */
function supplyFaults(component: Component, path: Path): Fault[] {
  if (component.type !== TYPE.stringSelect || !component.options) return [];
  const most = component.max_values ?? 1;
  return component.options.length < most ? [badLength([...path, 'options'], most, OPTIONS_MAX)] : [];
}

function defaultFaults(component: Component, path: Path): Fault[] {
  const isGroup = component.type === TYPE.checkboxGroup;
  const most = component.max_values ?? (isGroup ? (component.options?.length ?? 0) : 1);
  const chosen =
    component.options?.filter((option) => option.default).length ?? component.default_values?.length ?? 0;
  if (chosen <= most) return [];
  return [
    {
      path: [...path, component.options ? 'options' : 'default_values'],
      code: 'COMPONENT_TOO_MANY_DEFAULT_VALUES',
      message: 'The specified number of default values exceeds the specified maximum values',
    },
  ];
}

function rangeFaults(component: Component, path: Path, of: 'values' | 'length'): Fault[] {
  const least = component[`min_${of}`];
  const most = component[`max_${of}`];
  if (least == null || most == null || least <= most) return [];
  return [numberAbove([...path, `min_${of}`], most)];
}

function repeatedCustomIds(placed: readonly Placed[]): Fault[] {
  return placesOf(placed, ({ custom_id }) => custom_id).map((path) => ({
    path: [...path, 'custom_id'],
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
    message: 'Component custom id cannot be duplicated',
  }));
}

function repeatedIds(placed: readonly Placed[]): Fault[] {
  // 0 stands for "number it yourself".
  return placesOf(placed, ({ id }) => id || null).map((path) => ({
    path: [...path, 'id'],
    code: 'LOCAL_COMPONENT_ID_DUPLICATED',
    message: 'Component id cannot be duplicated',
  }));
}

/** Where a key stands that stood before. */
function placesOf(placed: readonly Placed[], keyOf: (one: Component) => string | number | null | undefined) {
  const repeats = new Set(repeatsIn(placed, ({ component }) => keyOf(component)));
  return placed.filter((_, index) => repeats.has(index)).map(({ path }) => path);
}
