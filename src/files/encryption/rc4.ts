/** RC4: the stream of bytes that the older encryption of .xls lays over a file. */

/** A stream of key bytes, in order. */
export class Rc4 {
  private readonly state = Uint8Array.from({ length: 256 }, (_, index) => index);
  private first = 0;
  private second = 0;

  constructor(key: Uint8Array) {
    const { state } = this;
    let other = 0;
    for (let index = 0; index < 256; index += 1) {
      other = (other + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 255;
      this.exchange(index, other);
    }
  }

  /** The next byte of the stream. */
  next(): number {
    const { state } = this;
    this.first = (this.first + 1) & 255;
    this.second = (this.second + (state[this.first] ?? 0)) & 255;
    this.exchange(this.first, this.second);
    return state[((state[this.first] ?? 0) + (state[this.second] ?? 0)) & 255] ?? 0;
  }

  /** The bytes with the next of the stream taken off. */
  decrypt(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(bytes, (byte) => byte ^ this.next());
  }

  private exchange(one: number, other: number): void {
    const { state } = this;
    const kept = state[one] ?? 0;
    state[one] = state[other] ?? 0;
    state[other] = kept;
  }
}
