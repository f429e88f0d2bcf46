// Modals, and the other answer that shows a form: the suggestions of an autocomplete.
import { type Component, componentFaults, isSelect, type Placed, placedIn, TYPE } from './component-rules.ts';
import { badLength, type Fault, lengthOf, numberBelow, type Path, required, tooLong } from './faults.ts';

export type Modal = { components: Component[] };
export type Suggestions = { choices?: ({ value: string | number } | null)[] | null };

const PARTS_MAX = 5;
const VALUE_MAX = 100;

export function modalFaults(modal: Modal, path: Path): Fault[] {
  const at = [...path, 'components'];
  const placed = placedIn(modal.components, at);
  const faults = [...componentFaults(placed), ...placed.flatMap(faultsOfOne)];
  // The schema shares its limit of 40 with messages.
  if (modal.components.length > PARTS_MAX) faults.unshift(badLength(at, 1, PARTS_MAX));
  return faults;
}

function faultsOfOne({ component, path }: Placed): Fault[] {
  if (component.type === TYPE.row) return unlabelledFaults(component, path);
  const faults: Fault[] = [];
  if (component.disabled) {
    faults.push({
      path: [...path, 'disabled'],
      code: 'MODAL_COMPONENT_DISABLED',
      message: 'Modals do not support disabled components',
    });
  }
  if (isChoice(component) && component.min_values === 0 && component.required !== false) {
    faults.push(numberBelow([...path, 'min_values'], 1));
  }
  return faults;
}

/** In the deprecated row a text input carries its own label; in a label component it needs none. */
function unlabelledFaults({ components = [] }: Component, path: Path): Fault[] {
  return components.flatMap(({ label }, index) =>
    label ? [] : [required([...path, 'components', index, 'label'])],
  );
}

function isChoice(component: Component): boolean {
  return isSelect(component) || component.type === TYPE.fileUpload || component.type === TYPE.checkboxGroup;
}

export function autocompleteFaults({ choices }: Suggestions, path: Path): Fault[] {
  return (choices ?? []).flatMap((choice, index) => {
    const value = choice?.value;
    if (typeof value !== 'string' || lengthOf(value) <= VALUE_MAX) return [];
    return tooLong([...path, 'choices', index, 'value'], VALUE_MAX);
  });
}
