/**
 * Things that wait, each for somebody: whoever has waited longest since the last time goes next, so that one who asks a
 * lot keeps nobody else waiting.
 */
export class FairQueue<Item> {
  readonly #byClient = new Map<string, Item[]>();
  #length = 0;

  /** How many wait in all. */
  get length(): number {
    return this.#length;
  }

  /** How many wait for one client. */
  lengthOf(client: string): number {
    return this.#byClient.get(client)?.length ?? 0;
  }

  push(client: string, item: Item): void {
    const own = this.#byClient.get(client);
    if (own) own.push(item);
    else this.#byClient.set(client, [item]);
    this.#length += 1;
  }

  /** Takes the next one out; undefined where none waits. */
  shift(): Item | undefined {
    for (const [client, own] of this.#byClient) {
      const item = own.shift();
      // Whoever has had a turn goes to the end of the line.
      this.#byClient.delete(client);
      if (own.length > 0) this.#byClient.set(client, own);
      this.#length -= 1;
      return item;
    }
    return undefined;
  }

  /** Takes one out that no longer waits. */
  remove(client: string, item: Item): void {
    const own = this.#byClient.get(client) ?? [];
    const place = own.indexOf(item);
    if (place < 0) return;
    own.splice(place, 1);
    this.#length -= 1;
    if (own.length === 0) this.#byClient.delete(client);
  }
}
