import { CommandLineError, readCommandLine } from "../../../sandbox/start/commandLine";

describe("readCommandLine", () => {
  it("opens the demo on port 8181 when nothing is asked for", () => {
    expect(readCommandLine([])).toEqual({
      port: 8181,
      empty: false,
      well: false,
      imports: [],
      latency: 0,
      throttle: false,
      busy: 0,
      open: true,
      user: "administrator",
      help: false,
    });
  });

  it("takes every option", () => {
    const args =
      "--port 9000 --empty --well --import a.zip --import b.zip --latency 80 --throttle --state s.json --user reader --job-time 60000 --busy 9000";
    expect(readCommandLine([...args.split(" "), "--no-open"])).toEqual({
      port: 9000,
      empty: true,
      well: true,
      imports: ["a.zip", "b.zip"],
      latency: 80,
      throttle: true,
      jobDuration: 60000,
      busy: 9000,
      state: "s.json",
      open: false,
      user: "reader",
      help: false,
    });
  });

  it.each([
    [["--prot", "1"], "Unknown option '--prot'"],
    [["--port", "http"], '--port takes a whole number from 0 to 65535, not "http".'],
    [["--port", "70000"], '--port takes a whole number from 0 to 65535, not "70000".'],
    [["--latency", "-5"], "--latency"],
    [["--busy", "3600001"], "--busy takes a whole number from 0 to 3600000"],
    [["--job-time", "long"], '--job-time takes a whole number from 0 to 3600000, not "long".'],
    [["--user", "root"], '--user is administrator or reader, not "root".'],
    [["a.zip"], "Unexpected argument 'a.zip'"],
  ])("says in one sentence what is wrong with %j", (args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(CommandLineError);
    expect(() => readCommandLine(args)).toThrow(sentence);
  });
});
