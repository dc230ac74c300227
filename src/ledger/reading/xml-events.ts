/** A strict XML parser set up for workbook parts: local names only, no entities beyond the five of XML, errors as refusals. */
import { SaxesParser } from 'saxes';
import { Refused } from '../../domain/errors.js';
import { fileDamaged } from './file-refusals.js';

export interface XmlHandlers {
  /** `name` without its prefix; attributes keep theirs. */
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

export interface XmlEvents {
  write: (xml: string) => void;
  /** Refuses a document that breaks off. */
  end: () => void;
}

/** A parser that calls `handlers` while it is written to. `part` names the part in a refusal of broken XML. Entity declarations
 *  of a DTD are not expanded: a reference to one is refused as damage. */
export function xmlEvents(part: string, handlers: XmlHandlers): XmlEvents {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw fileDamaged(`${part}: ${error.message.slice(0, 120)}`);
  });
  const { open, text, close } = handlers;
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  const guarded = (step: () => unknown): void => {
    try {
      step();
    } catch (error) {
      throw error instanceof Refused ? error : fileDamaged(`${part}: ${String(error).slice(0, 120)}`);
    }
  };
  return { write: (xml) => guarded(() => parser.write(xml)), end: () => guarded(() => parser.close()) };
}

/** Runs through a whole part at once. */
export function readXml(part: string, xml: string, handlers: XmlHandlers): void {
  const events = xmlEvents(part, handlers);
  events.write(xml);
  events.end();
}

/** 'x:row' is 'row': some writers prefix every element. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
