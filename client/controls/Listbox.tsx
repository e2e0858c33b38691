import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { ColorName } from "../../data/chart/palette.ts";
import type { SourceKind } from "../../data/model/source.ts";
import { wordsOf } from "../app/language.ts";
import { Badge } from "../tables/Badge.tsx";
import styles from "./Listbox.module.css";
import { PANEL } from "./panel-words.ts";
import { found } from "./search.ts";

/** One thing that can be chosen. */
export interface Option {
  id: string;
  name: string;
  /** A line is drawn where the group changes. */
  group?: number;
  detail?: string;
  kind?: SourceKind;
  /** `null` where it gets one when it is chosen. */
  color?: ColorName | null;
  flag?: string;
  /** Chosen without use: shown weaker. */
  faint?: boolean;
  /** The only one chosen: taking it away would leave nothing. */
  stays?: boolean;
  /** What finds it beside its name. */
  words?: readonly string[];
}

/** With more options than this there is a field to search them. */
const SEARCHED = 8;
const PAGE = 8;
/** Milliseconds between two letters of one word, where there is no field. */
const PAUSE = 700;

/**
 * A list to choose from by pointer and by keyboard: arrows, Home, End, Space or Enter, and letters. Where several can
 * be chosen, Shift+Enter or "only" chooses one alone. The order stays as it was when the list opened.
 */
export function Listbox({
  label,
  options,
  chosen,
  onChoose,
  onOnly,
}: {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChoose: (id: string) => void;
  /** Present where several can be chosen. */
  onOnly?: (id: string) => void;
}) {
  const words = wordsOf(PANEL);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [browsing, setBrowsing] = useState(false);
  const [places] = useState(() => new Map(options.map((option, index) => [option.id, { index, group: option.group }])));
  const [active, setActive] = useState(() => (options.find((option) => chosen.includes(option.id)) ?? options[0])?.id);
  const [stays, setStays] = useState("");
  const word = useRef({ text: "", at: 0 });
  const byKey = useRef(true);
  const searched = options.length > SEARCHED;

  const inOrder = options.toSorted((a, b) => (places.get(a.id)?.index ?? 0) - (places.get(b.id)?.index ?? 0));
  const shown = found(inOrder, text);
  const at = Math.max(
    0,
    shown.findIndex((option) => option.id === active),
  );
  const current = shown[at];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option is what the page is scrolled for
  useEffect(() => {
    const option = list.current?.querySelector<HTMLElement>("[data-active]");
    if (!list.current || !option || !byKey.current) return;
    const top = option.offsetTop - list.current.offsetTop;
    const below = top + option.offsetHeight - list.current.clientHeight;
    if (top < list.current.scrollTop) list.current.scrollTop = top;
    else if (below > list.current.scrollTop) list.current.scrollTop = below;
  }, [current?.id]);

  const choose = (option: Option, alone: boolean) => {
    setStays(option.stays ? option.name : "");
    if (option.stays) return;
    if (alone && onOnly) onOnly(option.id);
    else onChoose(option.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    byKey.current = true;
    const free = !searched || text === "" || browsing;
    const jumps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE };
    const jump = jumps[event.key] ?? (free ? { Home: 0, End: shown.length - 1 }[event.key] : undefined);
    if (jump !== undefined) {
      setActive(shown[Math.min(shown.length - 1, Math.max(0, jump))]?.id);
      setBrowsing(true);
    } else if (current && (event.key === "Enter" || (event.key === " " && free))) choose(current, event.shiftKey);
    else if (event.key.length === 1) {
      event.stopPropagation(); // a letter is for this list and no shortcut of the page
      if (searched) setBrowsing(false);
      else typeAhead(event.key);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const typeAhead = (letter: string) => {
    const now = performance.now();
    word.current = { text: now - word.current.at < PAUSE ? word.current.text + letter : letter, at: now };
    const match = found(shown, word.current.text)[0];
    if (match) setActive(match.id);
  };

  const optionId = (id: string) => `${listId}${id}`;
  const activeId = current && optionId(current.id);
  return (
    <>
      {searched && (
        <div className={styles.search}>
          <input
            type="search"
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={activeId}
            aria-autocomplete="list"
            aria-label={words.searchIn(label)}
            placeholder={words.search}
            autoComplete="off"
            spellCheck={false}
            data-first=""
            value={text}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setText(event.target.value);
              setActive(undefined);
            }}
          />
        </div>
      )}
      <div
        ref={list}
        id={listId}
        className={styles.list}
        role="listbox"
        aria-label={label}
        aria-multiselectable={onOnly !== undefined}
        aria-activedescendant={searched ? undefined : activeId}
        tabIndex={searched ? -1 : 0}
        data-first={searched ? undefined : ""}
        onKeyDown={searched ? undefined : onKeyDown}
        onMouseDown={(event) => event.preventDefault()} // the focus stays in the field
      >
        {shown.map((option, index) => {
          const selected = chosen.includes(option.id);
          const group = places.get(option.id)?.group;
          const before = shown[index - 1];
          const parted = text === "" && before !== undefined && places.get(before.id)?.group !== group;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all options are taken by the field or the list
            <div
              key={option.id}
              id={optionId(option.id)}
              role="option"
              aria-selected={selected}
              tabIndex={-1}
              className={styles.option}
              data-active={option === current || undefined}
              data-parted={parted || undefined}
              data-faint={option.faint || undefined}
              onPointerMove={() => {
                byKey.current = false;
                if (option !== current) setActive(option.id);
              }}
              onClick={(event) => choose(option, event.target instanceof Element && event.target.hasAttribute("data-only"))}
            >
              <span className={onOnly ? styles.box : styles.mark} aria-hidden="true" />
              {option.color !== undefined && (
                <span
                  className={option.color ? "key" : `key ${styles.unlit}`}
                  style={{ background: option.color ? `var(--${option.color})` : "" }}
                />
              )}
              {option.flag !== undefined && (
                <span className={styles.flag} aria-hidden="true">
                  {option.flag}
                </span>
              )}
              <span className={styles.name}>
                {option.name}
                {option.kind && (
                  <>
                    {" "}
                    <Badge kind={option.kind} />
                  </>
                )}
                {option.detail && <small>{option.detail}</small>}
              </span>
              {onOnly && (
                <span className={styles.only} data-only="" aria-hidden="true">
                  {words.only}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <p className={styles.none} role="status">
        {shown.length === 0 ? words.notFound(text) : stays && words.stays(stays)}
      </p>
    </>
  );
}
