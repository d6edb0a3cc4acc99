/** Texts of one resx file by key; a plain loader, since the platform hands controls texts, not files. */
export type Texts = Readonly<Record<string, string>>;

export async function loadTexts(controlAddress: string, name: string, language: number): Promise<Texts> {
  const own = await read(`${controlAddress}/strings/${name}.${language}.resx`);
  // The platform falls back to the control's first language.
  return own ?? (await read(`${controlAddress}/strings/${name}.1033.resx`)) ?? {};
}

async function read(address: string): Promise<Texts | undefined> {
  const answer = await fetch(address);
  if (!answer.ok) return undefined;
  const xml = new DOMParser().parseFromString(await answer.text(), "application/xml");
  const entries = [...xml.querySelectorAll("root > data")].map((data): [string, string] => [
    data.getAttribute("name") ?? "",
    data.querySelector("value")?.textContent ?? "",
  ]);
  return Object.fromEntries(entries);
}
