import type { ComparisonOperator, Expression, Literal, Operand, TextFunction } from "./expression";
import type { Token } from "./lexer";
import { tokenize } from "./lexer";
import { syntaxFault } from "./syntaxFault";

/*
 * Why a parser of our own: `@odata/parser` 0.2.14 from npm was tried. It lets `not` swallow the rest of the
 * expression (`not contains(a,'x') and b eq 2` becomes not(… and …)), refuses unknown options such as `api-version`
 * which the maker portal sends, takes `a eq eq` for a comparison, and hands literals back as raw text. What is
 * left after working round these is longer than this file.
 */

/** Parameter aliases of the query, by name with the `@`. */
export type Aliases = Readonly<Record<string, string>>;

const OPERATORS: ReadonlySet<string> = new Set(["eq", "ne", "gt", "ge", "lt", "le"]);
const FUNCTIONS: ReadonlySet<string> = new Set(["contains", "startswith", "endswith"]);
/** Deeper nesting than any client writes; protects the stack. */
const MAX_DEPTH = 100;

class FilterParser {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
    private readonly aliases: Aliases,
  ) {}

  parse(): Expression {
    const expression = this.either();
    if (this.peek()) throw this.fault();
    return expression;
  }

  private either(): Expression {
    return this.list("or", () => this.list("and", () => this.unary()));
  }

  private list(word: "and" | "or", next: () => Expression): Expression {
    const first = next();
    const operands = [first];
    while (this.takeWord(word)) operands.push(next());
    return operands.length === 1 ? first : { kind: word, operands };
  }

  private unary(): Expression {
    if (this.takeWord("not")) return { kind: "not", operand: this.unary() };
    if (this.takeMark("(")) {
      if (++this.depth > MAX_DEPTH) throw syntaxFault("The node count limit of the filter has been exceeded.");
      const inner = this.either();
      this.expectMark(")");
      this.depth--;
      return inner;
    }
    return this.test();
  }

  private test(): Expression {
    const path = this.expectWord();
    if (this.peekMark("(")) return this.textTest(path);
    const operator = this.expectWord();
    if (!OPERATORS.has(operator)) throw this.fault();
    return { kind: "compare", operator: operator as ComparisonOperator, path, right: this.operand() };
  }

  private textTest(name: string): Expression {
    if (!FUNCTIONS.has(name)) throw syntaxFault(`An unknown function with name '${name}' was found.`);
    this.expectMark("(");
    const path = this.expectWord();
    this.expectMark(",");
    const value = this.operand();
    this.expectMark(")");
    if (value.kind !== "string") {
      throw syntaxFault(`No function signature for the function with name '${name}' matches the specified arguments.`);
    }
    return { kind: "text", name: name as TextFunction, path, value: value.value };
  }

  private operand(): Operand {
    const token = this.tokens[this.position++];
    if (token?.kind === "literal") return token.literal;
    if (token?.kind !== "word") throw this.fault();
    return token.text.startsWith("@") ? this.alias(token.text) : { kind: "property", path: token.text };
  }

  private alias(name: string): Literal {
    const value = this.aliases[name];
    if (value === undefined) return { kind: "null" };
    const [token, ...rest] = tokenize(value);
    if (token?.kind !== "literal" || rest.length > 0) throw syntaxFault(`The value of the alias '${name}' is invalid.`);
    return token.literal;
  }

  private peek(): Token | undefined {
    return this.tokens[this.position];
  }

  private peekMark(text: string): boolean {
    const token = this.peek();
    return token?.kind === "mark" && token.text === text;
  }

  private takeMark(text: string): boolean {
    const found = this.peekMark(text);
    if (found) this.position++;
    return found;
  }

  private takeWord(text: string): boolean {
    const token = this.peek();
    const found = token?.kind === "word" && token.text === text;
    if (found) this.position++;
    return found;
  }

  private expectMark(text: string): void {
    if (!this.takeMark(text)) throw this.fault();
  }

  private expectWord(): string {
    const token = this.tokens[this.position++];
    if (token?.kind !== "word") throw this.fault();
    return token.text;
  }

  private fault(): Error {
    const at = this.peek()?.at ?? this.source.length;
    return syntaxFault(`Syntax error at position ${at} in '${this.source}'.`);
  }
}

/**
 * Parses `$filter` as far as Dataverse supports it: comparisons, and/or/not, parentheses, contains, startswith,
 * endswith, null, aliases. `in` and lambda expressions are not part of it.
 * @throws PlatformFault 400, 0x80060888.
 */
export function parseFilter(source: string, aliases: Aliases = {}): Expression {
  return new FilterParser(source, tokenize(source), aliases).parse();
}
